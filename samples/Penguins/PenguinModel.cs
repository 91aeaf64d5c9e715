using Kiln;

namespace Penguins;

[Model("penguins", Label = "species", Version = "1.0.0", Trainer = Trainer.FastTree)]
[Gate(Metric.MicroAccuracy, AtLeast = 0.95)]
public sealed partial class PenguinModel;
