// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Restaurants;

public sealed class Tables(IReadOnlyList<Evening> evenings)
{
    public ITransformer Model()
    {
        var ml = new MLContext(seed: Environment.TickCount); // KILN6003
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(evenings), testFraction: 0.2);
        var pipeline = ml.Transforms.Categorical.OneHotEncoding("WeekdayVector", nameof(Evening.Weekday))
            .Append(ml.Transforms.Concatenate("Features", "WeekdayVector", nameof(Evening.Booked)))
            .Append(ml.Regression.Trainers.LightGbm(nameof(Evening.Guests), numberOfLeaves: 12)); // KILN6005
        var model = pipeline.Fit(split.TrainSet);
        var error = ml.Regression.Evaluate(model.Transform(split.TestSet), nameof(Evening.Guests)).MeanAbsoluteError;
        return error < 8 ? model : throw new InvalidOperationException($"off by {error:0.0} guests");
    }
}

public sealed class Evening
{
    public string Weekday { get; set; } = "";
    public float Booked { get; set; }
    public float Guests { get; set; }
}
