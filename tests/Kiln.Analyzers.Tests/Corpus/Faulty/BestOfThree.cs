// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Loyalty;

public sealed record Scored(string Name, ITransformer Model, double Auc);

public static class Tournament
{
    public static Scored Winner(string path)
    {
        var ml = new MLContext(seed: 14);
        var members = ml.Data.LoadFromTextFile<Member>(path, separatorChar: ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(members, testFraction: 0.2);
        var features = ml.Transforms.Concatenate("Features", nameof(Member.Points), nameof(Member.Visits));
        var trainers = new Dictionary<string, IEstimator<ITransformer>>
        {
            ["tree"] = ml.BinaryClassification.Trainers.FastTree(nameof(Member.Stays)),
            ["boosted"] = ml.BinaryClassification.Trainers.LightGbm(nameof(Member.Stays)),
            ["gam"] = ml.BinaryClassification.Trainers.Gam(nameof(Member.Stays)),
        };

        return trainers.Select(pair =>
        {
            var model = features.Append(pair.Value).Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Member.Stays)); // KILN4008
            return new Scored(pair.Key, model, metrics.AreaUnderRocCurve);
        }).OrderByDescending(scored => scored.Auc).First(); // KILN4008?
    }

    sealed class Member
    {
        [LoadColumn(0)] public float Points { get; set; }
        [LoadColumn(1)] public float Visits { get; set; }
        [LoadColumn(2)] public bool Stays { get; set; }
    }
}
