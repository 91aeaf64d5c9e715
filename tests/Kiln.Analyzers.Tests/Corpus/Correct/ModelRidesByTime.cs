// origin: alongside the rules
// contract: rides
using Kiln;

namespace Rides;

/// <summary>The contract has a time column: the latest fifth is held out unless told otherwise.</summary>
[Model("rides", Label = "Fare", Version = "1.0.0")]
[Gate(Metric.RSquared, AtLeast = 0.8)]
[Gate(Metric.MeanAbsoluteError, AtMost = 2.5)]
public sealed partial class FareModel;

[Model("rides", Label = "Passengers", Version = "0.2.0", Split = Split.Time, Time = "StartedAt")]
[Gate(Metric.RootMeanSquaredError, AtMost = 0.9)]
public sealed partial class PassengerModel;

public sealed class Dispatcher(FareModel fares, PassengerModel passengers)
{
    public (float Fare, float Passengers) Plan(FareModel.Input fare, PassengerModel.Input ride) =>
        (fares.Predict(fare).Score, passengers.Predict(ride).Score);
}
