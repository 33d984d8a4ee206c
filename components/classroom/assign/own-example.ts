/** A small exercise to begin with, as a file. */
export const EXAMPLE = `---
kind: number
title: The length of a step
hints:
  - "The step is $\\\\eta$ times the slope."
explanation: "The slope of $x^2$ at $x=3$ is 6, and $0.1 \\\\cdot 6 = 0.6$."
boxes:
  - label: Length of the step
    answer: 0.6
    mistakes:
      - value: 0.9
        feedback: "That is the rate times the value $x^2$. The step is the rate times the slope."
---

Gradient descent on $f(x) = x^2$ stands at $x = 3$ and uses the rate $\\eta = 0.1$. How long is its next step?
`;
