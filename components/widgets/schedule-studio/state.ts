import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";
import { STEPS } from "./model.ts";
import { SCHEDULE_IDS, SCHEDULES, type ScheduleId, studioSchedule } from "./schedules.ts";

/** The schedule in focus with its shape; the highest rate, the warm-up of all, and the step shown. */
export interface StudioState {
  readonly schedule: ScheduleId;
  readonly eta: number;
  readonly shape: number;
  readonly warmup: number;
  readonly t: number;
}

export const etaTrack: Track = { type: "log", domain: [0.005, 0.2], stops: 160, digits: 3 };
export const warmupTrack: Track = { type: "linear", domain: [0, 100], stops: 100, digits: 0 };

export const studioFields: Fields<StudioState> = {
  schedule: choiceField<ScheduleId>("exponential", SCHEDULE_IDS),
  eta: numberField(0.09, ...etaTrack.domain),
  shape: numberField(SCHEDULES.exponential.shape.initial, 0, 1000),
  warmup: wholeField(0, ...warmupTrack.domain),
  t: wholeField(STEPS, 0, STEPS),
};

/** The shape that a schedule starts with; 0 where it has none. */
export const initialShape = (id: ScheduleId): number => studioSchedule(id).shape?.initial ?? 0;

/** The shape within what the schedule can have: an address may say anything. */
export function shapeOf({ schedule, shape }: StudioState): number {
  const [low, high] = studioSchedule(schedule).shape?.track.domain ?? [0, 0];
  return Math.min(high, Math.max(low, shape));
}
