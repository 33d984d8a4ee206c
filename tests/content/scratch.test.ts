import { it } from "vitest";
import { tryOptimize } from "../../content/exercises/your-optimizer/harness.ts";
import { bowl, saddleB, rosenbrock } from "@downhill/optim";
it("x", () => {
  for (const [p,b,n] of [["ravine",400,1],["saddle",400,1],["valley",2000,1],["sparse",1000,20],["noisy",500,20]] as any) {
    const t=performance.now();
    for(let i=0;i<16;i++) tryOptimize(Array.from({length:n},(_,i)=>({problem:p,seed:i+1,budget:b})));
    const r = tryOptimize(Array.from({length:n},(_,i)=>({problem:p,seed:i+1,budget:b})));
    const v:any={ravine:bowl([1,1000],Math.PI/6).value,saddle:saddleB.value,valley:rosenbrock.value,noisy:bowl([1,20]).value,sparse:([a,c]:any)=>(9*(a-1)**2+.02*(c-2)**2)/2}[p as string];
    console.log(p, (r.ends as any).reduce((s:number,e:any)=>s+v(Float64Array.from(e)),0)/n, r.asked.slice(0,2), performance.now()-t);
  }
});
