// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Credit;

public sealed record Candidate(string Name, IEstimator<ITransformer> Pipeline);

/// <summary>Chooses by folds of the training rows; the test rows are asked once.</summary>
public sealed class Selection(MLContext ml, Action<string> log)
{
    public ITransformer Best(IDataView applications)
    {
        var split = ml.Data.TrainTestSplit(applications, testFraction: 0.2, seed: 11);
        Candidate? best = null;
        var top = double.MinValue;
        foreach (var candidate in Candidates())
        {
            var folds = ml.BinaryClassification.CrossValidate(split.TrainSet, candidate.Pipeline, labelColumnName: "Defaulted", seed: 11);
            var score = folds.Average(fold => fold.Metrics.AreaUnderPrecisionRecallCurve);
            log($"{candidate.Name}: {score:0.000}");
            if (score > top)
                (best, top) = (candidate, score);
        }
        var model = best!.Pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), labelColumnName: "Defaulted");
        log($"{best.Name} on rows nobody has seen: {metrics.AreaUnderPrecisionRecallCurve:0.000}");
        return model;
    }

    IEnumerable<Candidate> Candidates()
    {
        var features = ml.Transforms.Categorical.OneHotEncoding("Purpose")
            .Append(ml.Transforms.Concatenate("Features", "Purpose", "Amount", "Months", "Income"));
        foreach (var leaves in new[] { 8, 16, 32 })
            yield return new(
                $"FastTree {leaves}",
                features.Append(ml.BinaryClassification.Trainers.FastTree("Defaulted", numberOfLeaves: leaves)));
        yield return new("L-BFGS", features.Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Defaulted")));
    }
}
