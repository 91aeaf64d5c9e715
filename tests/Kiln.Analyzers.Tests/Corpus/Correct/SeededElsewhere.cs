// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Lab;

/// <summary>All experiments of a laboratory draw from one seed.</summary>
sealed record Experiment(string Name, int Seed)
{
    MLContext? _ml;

    public MLContext Context => _ml ??= new MLContext(Seed);
}

static class Runs
{
    public static void Compare(IEnumerable<Experiment> experiments, Func<MLContext, IDataView> rows)
    {
        foreach (var experiment in experiments)
        {
            var ml = experiment.Context;
            var sides = ml.Data.TrainTestSplit(rows(ml), 0.3);
            var train = ml.Data.ShuffleRows(sides.TrainSet);
            var trainer = ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 20);
            var model = ml.Transforms.NormalizeBinning("Features").Append(trainer).Fit(train);
            var seen = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(sides.TrainSet));
            var unseen = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(sides.TestSet));
            Console.WriteLine($"{experiment.Name}: {seen.AreaUnderRocCurve:0.000} on known rows, {unseen.AreaUnderRocCurve:0.000} on others");
        }
    }
}
