import * as o from "./src/optim/src/index.ts";
const mean=(a:number[])=>a.reduce((x,y)=>x+y)/a.length;
function arrive(method:o.Method,prob:any,start:number[],target:number[],within:number,steps:number){
 let last:any,minY=9,outcome:any;
 const it=o.iterate(method,prob,start,{steps,until:f=>Math.hypot(f.x[0]-target[0],f.x[1]-target[1])<within});
 for(;;){const n=it.next(); if(n.done){outcome=n.value;break;} last=n.value; minY=Math.min(minY,last.x[1]);}
 return `${outcome.kind}@${last.k} (${last.x[0].toFixed(3)},${last.x[1].toFixed(3)}) minY ${minY.toFixed(3)}`;
}
const B=o.beale;
const L:any={rms5:o.rmsprop({learningRate:.05,rho:.9}),rms1:o.rmsprop({learningRate:.01,rho:.9}),ada4:o.adadelta({epsilon:1e-4,rho:.95}),ada4b:o.adadelta({epsilon:1e-4,rho:.9}),nadam_dozat:o.nadam({learningRate:.3})};
for(const [n,m] of Object.entries(L)) console.log(n,arrive(m as any,B,[1,1.5],[3,.5],.1,20000),"|",arrive(m as any,B,[-1,2],[3,.5],.1,20000),"|",arrive(m as any,o.dunes,[.25,2.25],[9,9],.1,600));
console.log(arrive(o.rmsprop({learningRate:.005,rho:.9}),o.rosenbrock,[-1.2,1],[1,1],.05,20000));
console.log("adagrad .01 300k", arrive(o.adagrad({learningRate:.01}),B,[1,1.5],[3,.5],.1,100));
// K16.3
function sf(lr:number,beta:number,countStart=true,T=500){
 const e:number[]=[]; let div=0;
 for(let seed=1;seed<=400;seed++){ const r=o.minimize(o.scheduleFreeSgd({learningRate:lr,beta,countStart}),o.noisy(o.bowl([1,20]),{sigma:1,seed}),[-8,1.5],{steps:T}); if(r.outcome.kind==="diverged"||!(r.f<1e6)) div++; e.push(r.f);}
 return [mean(e),div];
}
let t=performance.now();
for(const lr of [.05,.09,.3,.5,.9]) console.log("sf",lr,sf(lr,.9),sf(lr,.9,false),"b0",sf(lr,0));
console.log("ms",performance.now()-t);
function method(m:o.Method){const e:number[]=[];for(let seed=1;seed<=400;seed++){const r=o.minimize(m,o.noisy(o.bowl([1,20]),{sigma:1,seed}),[-8,1.5],{steps:500});e.push(r.f);}return mean(e);}
console.log("const .09",method(o.gradientDescent({learningRate:.09})),"avg half",method(o.averaged(o.gradientDescent({learningRate:.09}),{start:251})),"avg all",method(o.averaged(o.gradientDescent({learningRate:.09}))),"exp",method(o.gradientDescent({learningRate:k=>.09*Math.exp(-5*k/500)})),"ema",method(o.emaOfWeights(o.gradientDescent({learningRate:.09}),{} as any)));
// lion
function lionRun(gs:number[],b1=.9,b2=.99,lr=.1){let x=0,m=0;const cs=[];for(const g of gs){const c=b1*m+(1-b1)*g;x-=lr*Math.sign(c);m=b2*m+(1-b2)*g;cs.push(c);}return [x,m,cs];}
function lionWrong(gs:number[]){let x=0,m=0;for(const g of gs){m=.99*m+.01*g;x-=.1*Math.sign(m);}return x;}
function lionWrong2(gs:number[]){let x=0,m=0;for(const g of gs){m=.99*m+.01*g;const c=.9*m+.1*g;x-=.1*Math.sign(c);}return x;}
for(const gs of [[3,-1,-1,-1,-1],[4,4,-1,-1,-1],[5,5,-1,1,-1],[8,8,-1,-1,-1],[10,10,-1,-1,-1],[6,6,-1,-1,-1],[20,-1,-1,-1,-1],[30,-2,-2,-2,-2],[12,-1,-1,-1,-1],[20,-1,1,-1,-1],[20,-1,-2,-1,-2]]) console.log(gs,JSON.stringify(lionRun(gs)),"sign",-.1*gs.reduce((s,g)=>s+Math.sign(g),0),"mAfter",lionWrong(gs),"cAfter",lionWrong2(gs),"signum.9",lionRun(gs,.9,.9)[0]);
const p=(s:number)=>3.4445*s-4.775*s**3+2.0315*s**5; console.log(p(.1));
