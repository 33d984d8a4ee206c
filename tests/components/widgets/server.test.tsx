import type { ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import AdadeltaGuard from "#components/widgets/AdadeltaGuard.tsx";
import AfterASpike from "#components/widgets/AfterASpike.tsx";
import Arena from "#components/widgets/Arena.tsx";
import BatchNormalization from "#components/widgets/BatchNormalization.tsx";
import BayesianSearch from "#components/widgets/BayesianSearch.tsx";
import BiasCorrection from "#components/widgets/BiasCorrection.tsx";
import BookWords from "#components/widgets/BookWords.tsx";
import BowlRuns from "#components/widgets/BowlRuns.tsx";
import Compass from "#components/widgets/Compass.tsx";
import ConjugateDirections from "#components/widgets/ConjugateDirections.tsx";
import Contest from "#components/widgets/Contest.tsx";
import ConventionConverter from "#components/widgets/ConventionConverter.tsx";
import ConventionDifference from "#components/widgets/ConventionDifference.tsx";
import CriticalPoints from "#components/widgets/CriticalPoints.tsx";
import DecayingWeights from "#components/widgets/DecayingWeights.tsx";
import Descent from "#components/widgets/Descent.tsx";
import DigitsTournament from "#components/widgets/DigitsTournament.tsx";
import DigitsWorkers from "#components/widgets/DigitsWorkers.tsx";
import Dogleg from "#components/widgets/Dogleg.tsx";
import EarlyStopping from "#components/widgets/EarlyStopping.tsx";
import EffectiveRate from "#components/widgets/EffectiveRate.tsx";
import EndlessHop from "#components/widgets/EndlessHop.tsx";
import ErrorByDirection from "#components/widgets/ErrorByDirection.tsx";
import FeatureScaling from "#components/widgets/FeatureScaling.tsx";
import FrozenRecursion from "#components/widgets/FrozenRecursion.tsx";
import GradientSpread from "#components/widgets/GradientSpread.tsx";
import GridOrRandom from "#components/widgets/GridOrRandom.tsx";
import LineSearchBench from "#components/widgets/LineSearchBench.tsx";
import LiveSearch from "#components/widgets/LiveSearch.tsx";
import LocalModels from "#components/widgets/LocalModels.tsx";
import LocalSteps from "#components/widgets/LocalSteps.tsx";
import LookAhead from "#components/widgets/LookAhead.tsx";
import MinibatchLab from "#components/widgets/MinibatchLab.tsx";
import NewtonLine from "#components/widgets/NewtonLine.tsx";
import NewtonSaddle from "#components/widgets/NewtonSaddle.tsx";
import NinePlusOne from "#components/widgets/NinePlusOne.tsx";
import NoiseFloor from "#components/widgets/NoiseFloor.tsx";
import NoisyYear from "#components/widgets/NoisyYear.tsx";
import OneVariable from "#components/widgets/OneVariable.tsx";
import OrderMatters from "#components/widgets/OrderMatters.tsx";
import Orthogonalize from "#components/widgets/Orthogonalize.tsx";
import PhaseDiagram from "#components/widgets/PhaseDiagram.tsx";
import Population from "#components/widgets/Population.tsx";
import PowerFeatures from "#components/widgets/PowerFeatures.tsx";
import RandomHessians from "#components/widgets/RandomHessians.tsx";
import RareFeature from "#components/widgets/RareFeature.tsx";
import RareGradients from "#components/widgets/RareGradients.tsx";
import RateSensitivity from "#components/widgets/RateSensitivity.tsx";
import Ravine from "#components/widgets/Ravine.tsx";
import RavineExplorer from "#components/widgets/RavineExplorer.tsx";
import RotatedRavine from "#components/widgets/RotatedRavine.tsx";
import SaddleRace from "#components/widgets/SaddleRace.tsx";
import ScaleOfDraws from "#components/widgets/ScaleOfDraws.tsx";
import ScheduleStudio from "#components/widgets/ScheduleStudio.tsx";
import SecantPairs from "#components/widgets/SecantPairs.tsx";
import SharpnessMeter from "#components/widgets/SharpnessMeter.tsx";
import ShrinkingRates from "#components/widgets/ShrinkingRates.tsx";
import StaleGradients from "#components/widgets/StaleGradients.tsx";
import StepOrRate from "#components/widgets/StepOrRate.tsx";
import { sharpnessRun } from "#components/widgets/sharpness-meter/run.ts";
import { FIRST_RATE } from "#components/widgets/sharpness-meter/state.ts";
import ThreeCycle from "#components/widgets/ThreeCycle.tsx";
import ToForget from "#components/widgets/ToForget.tsx";
import TrustRegionRun from "#components/widgets/TrustRegionRun.tsx";
import TurnedBowl from "#components/widgets/TurnedBowl.tsx";
import TwoLoop from "#components/widgets/TwoLoop.tsx";
import TwoWorkers from "#components/widgets/TwoWorkers.tsx";
import WeightDecay from "#components/widgets/WeightDecay.tsx";
import WhatAdamSees from "#components/widgets/WhatAdamSees.tsx";
import WorstCase from "#components/widgets/WorstCase.tsx";
import { bookStart } from "../../book-text.ts";
import { entryOf } from "../../content/conventions/read.ts";

const AdamDifference = () => (
  <ConventionDifference id="difference-adam" figure={entryOf("adam").figure} />
);

import WrongEnd from "#components/widgets/WrongEnd.tsx";

const trained = sharpnessRun(FIRST_RATE);

/** Every widget with the pictures that it must hold: one for each width of each figure. */
const widgets: readonly (readonly [string, ComponentType, number])[] = [
  ["MinibatchLab", MinibatchLab, 6],
  ["DigitsWorkers", DigitsWorkers, 6],
  ["StaleGradients", StaleGradients, 4],
  ["LocalSteps", LocalSteps, 4],
  ["OrderMatters", OrderMatters, 2],
  ["BatchNormalization", BatchNormalization, 2],
  ["EarlyStopping", EarlyStopping, 2],
  ["GradientSpread", GradientSpread, 4],
  ["NoiseFloor", NoiseFloor, 6],
  ["ShrinkingRates", ShrinkingRates, 2],
  ["RavineExplorer", RavineExplorer, 6],
  ["ErrorByDirection", ErrorByDirection, 4],
  ["FeatureScaling", FeatureScaling, 4],
  ["PowerFeatures", PowerFeatures, 4],
  ["TurnedBowl", TurnedBowl, 6],
  ["NoisyYear", NoisyYear, 2],
  ["DecayingWeights", DecayingWeights, 2],
  ["Ravine", Ravine, 6],
  ["PhaseDiagram", PhaseDiagram, 8],
  ["ConventionConverter", ConventionConverter, 4],
  // Two pictures, and a sample of the line of each of three conventions.
  ["ConventionDifference", AdamDifference, 4 + 3],
  ["LookAhead", LookAhead, 2],
  ["ThreeCycle", ThreeCycle, 4],
  ["WorstCase", WorstCase, 4],
  // Two pictures, and a sample of each line.
  ["BiasCorrection", BiasCorrection, 2 + 2],
  ["WhatAdamSees", WhatAdamSees, 2 + 4],
  ["BowlRuns three-methods", () => <BowlRuns scene="three-methods" />, 4],
  ["BowlRuns cold-start", () => <BowlRuns scene="cold-start" />, 4],
  ["BowlRuns own-axes", () => <BowlRuns scene="own-axes" />, 4],
  ["BowlRuns forgetful-adam", () => <BowlRuns scene="forgetful-adam" />, 4],
  ["WrongEnd", WrongEnd, 4],
  // Two pictures, and a sample of the line of each of the four methods.
  ["AfterASpike", AfterASpike, 2 + 4],
  ["RareGradients", RareGradients, 2],
  // Three pictures, and samples of the two lines.
  ["LocalModels", LocalModels, 6 + 2],
  ["NewtonLine", NewtonLine, 4],
  // Two pictures, and a sample of the line of each of the three methods.
  ["NewtonSaddle", NewtonSaddle, 4 + 3],
  ["SharpnessMeter", () => <SharpnessMeter start={trained} />, 4],
  ["LineSearchBench", LineSearchBench, 2],
  ["Dogleg", Dogleg, 2],
  ["TrustRegionRun", TrustRegionRun, 4],
  ["ConjugateDirections", ConjugateDirections, 4],
  ["SecantPairs", SecantPairs, 4],
  ["TwoLoop", TwoLoop, 2],
  // Two pictures, and a sample of the line of each of the seven methods.
  ["Contest", Contest, 2 + 7],
  // Two pictures, and a sample of the one line.
  ["EffectiveRate", EffectiveRate, 2 + 1],
  // Four pictures, and a sample of each line.
  ["RareFeature", RareFeature, 4 + 2],
  ["RotatedRavine", RotatedRavine, 4 + 4],
  // Two pictures, and a sample of each line.
  ["NinePlusOne", NinePlusOne, 2 + 4],
  ["ToForget", ToForget, 2 + 2],
  ["EndlessHop", EndlessHop, 2 + 2],
  ["AdadeltaGuard", AdadeltaGuard, 2 + 4],
  ["ScheduleStudio", ScheduleStudio, 6],
  ["FrozenRecursion", FrozenRecursion, 4],
  ["ScaleOfDraws", ScaleOfDraws, 2],
  ["GridOrRandom", GridOrRandom, 4],
  ["LiveSearch", LiveSearch, 6],
  ["BayesianSearch", BayesianSearch, 4],
  ["TwoWorkers", TwoWorkers, 6],
  ["Population", Population, 4],
  ["RateSensitivity", RateSensitivity, 2],
  ["WeightDecay", WeightDecay, 4],
  ["Arena", Arena, 11],
  ["Orthogonalize", Orthogonalize, 4],
  ["DigitsTournament", DigitsTournament, 2],
  ["Descent", Descent, 3],
  ["Compass", Compass, 4],
  ["OneVariable", OneVariable, 4],
  ["StepOrRate", StepOrRate, 2],
  // Four pictures, and a sample of the line of each of the seven methods.
  ["SaddleRace", SaddleRace, 4 + 7],
  ["CriticalPoints", CriticalPoints, 6],
  ["RandomHessians", RandomHessians, 4],
  // Two pictures, and a sample of the line of each of the five methods.
  ["BookWords", () => <BookWords start={bookStart()} url="/sentences.json" />, 4 + 5],
];

describe.each(widgets)("%s on the server", (name, Widget, pictures) => {
  const html = renderToString(<Widget />);
  const svgs = html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];

  it("is complete: every picture at every width, with its paths", () => {
    expect(svgs).toHaveLength(pictures);
    for (const svg of svgs) expect(svg).toMatch(/<path [^>]*d="M|<line |<rect /);
    expect(html).toContain('viewBox="0 0 340 ');
  });

  it("holds no number that is not one", () => {
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("has a text alternative for every picture and a summary of its state", () => {
    const labels = [...html.matchAll(/role="img" aria-label="([^"]*)"/g)].map((match) => match[1]);
    const figures = html.match(/class="plot-drawing"/g) ?? [];
    expect(labels).toHaveLength(figures.length);
    for (const label of labels) expect(label?.length).toBeGreaterThan(30);
    expect(html).toMatch(/role="status"/);
  });

  it("gives the numbers as a table", () => {
    expect(html).toMatch(/<details[\s\S]*<caption>[\s\S]*<th scope="row">[^<]+<\/th>/);
  });

  it("names every control", () => {
    const ids = [...html.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]);
    const ranges = [...html.matchAll(/<input [^>]*type="range"[^>]*>/g)].map((match) => match[0]);
    const choices = [...html.matchAll(/<label><input [^>]*type="radio"/g)];
    expect(ranges.length + choices.length).toBeGreaterThan(0);
    for (const range of ranges) expect(ids.some((id) => range.includes(`id="${id}"`))).toBe(true);
    for (const slider of html.matchAll(/<div [^>]*role="slider"[^>]*>/g))
      expect(slider[0]).toMatch(
        /tabindex="0"[\s\S]*aria-label="[^"]+"[\s\S]*aria-valuetext="[^"]+"/i,
      );
  });

  it("uses colours of the book only", () => {
    const colours = svgs.join("").match(/(?:fill|stroke)="#[0-9a-f]+"/gi) ?? [];
    expect(colours).toEqual([]);
  });

  it("says what to try, what to notice and why", () => {
    // The landing figure has one sentence instead; everything else keeps the three.
    const words = name === "Descent" ? [] : ["Try", "Notice", "Why"];
    if (name === "Descent") expect(html).toContain("Click or tap anywhere to start from there.");
    for (const word of words) expect(html).toContain(`<b>${word}</b>`);
  });

  it("renders the same twice", () => {
    expect(renderToString(<Widget />)).toBe(html);
  });
});
