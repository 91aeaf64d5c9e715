// origin: alongside the rules
// contract: rides
using Kiln;

namespace Rides.Random;

[Model("rides", Label = "Fare", Version = "1.0.0", Split = Split.Hash)] // KILN5003
[Gate(Metric.RSquared, AtLeast = 0.8)]
[Gate(Metric.MeanAbsoluteError, AtMost = 2.5)]
public sealed partial class FareModel;

public class Estimates(FareModel model)
{
    public float For(FareModel.Input ride) => model.Predict(ride).Score;
}
