using Kiln;

namespace KilnService;

/// <summary>The species of a penguin, from what was measured of it. The next build trains again if any of this changes.</summary>
[Model("penguins", Label = "species", Version = "1.0.0")]
[Gate(Metric.MicroAccuracy, AtLeast = 0.95)]
public sealed partial class PenguinModel;
