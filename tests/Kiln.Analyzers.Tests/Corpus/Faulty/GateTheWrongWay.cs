// origin: alongside the rules
// contract: rides
// contract: penguins
using Kiln;

namespace Toothless.Directions;

[Model("rides", Label = "Fare", Version = "1.0.0")]
[Gate(Metric.RootMeanSquaredError, AtLeast = 2.0)] // KILN4005
public sealed partial class FareModel;

[Model("penguins", Label = "species", Version = "1.0.0")]
[Gate(Metric.MicroAccuracy, AtLeast = 0.3)] // KILN4005
[Gate(Metric.MacroAccuracy, AtLeast = 0.9)]
public sealed partial class SpeciesModel;
