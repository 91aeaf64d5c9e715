// origin: blind, first round
// contract: rides
using Kiln;

namespace Taxi;

[Model("rides", Label = "Fare", Version = "1.1.0", Split = Split.Hash, Features = ["Zone", "Distance"])] // KILN5003
[Gate(Metric.RSquared, AtLeast = 0)] // KILN4005
public sealed partial class FareModel;
