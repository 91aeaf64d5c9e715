using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Kiln.Analyzers.Tests.Reproducibility;

/// <summary>What ML.NET does, which the rules rely on: who learns another model in contexts without a seed.</summary>
public sealed class RandomnessTests
{
    static readonly Dictionary<string, Func<MLContext, IEstimator<ITransformer>>> Trainers = new()
    {
        ["FastForest"] = ml => ml.BinaryClassification.Trainers.FastForest(),
        ["FastTree"] = ml => ml.BinaryClassification.Trainers.FastTree(),
        ["Gam"] = ml => ml.BinaryClassification.Trainers.Gam(),
        ["LightGbm"] = ml => ml.BinaryClassification.Trainers.LightGbm(),
        ["LbfgsLogisticRegression"] = ml => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(),
        ["AveragedPerceptron"] = ml => ml.BinaryClassification.Trainers.AveragedPerceptron(),
        ["AveragedPerceptron, cached"] = ml => Cached(ml).Append(ml.BinaryClassification.Trainers.AveragedPerceptron()),
        ["LinearSvm"] = ml => ml.BinaryClassification.Trainers.LinearSvm(),
        ["LinearSvm, cached"] = ml => Cached(ml).Append(ml.BinaryClassification.Trainers.LinearSvm()),
        ["LdSvm"] = ml => ml.BinaryClassification.Trainers.LdSvm(),
        ["FieldAwareFactorizationMachine"] = ml => ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(),
        // On one thread, because these race: what is seen is the seed.
        ["SdcaLogisticRegression"] = ml => ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 3 }),
        ["SgdCalibrated"] = ml => ml.BinaryClassification.Trainers.SgdCalibrated(new SgdCalibratedTrainer.Options { NumberOfThreads = 1, NumberOfIterations = 3 }),
    };

    static EstimatorChain<ITransformer> Cached(MLContext ml) =>
        new EstimatorChain<ITransformer>().Append<ITransformer>(ml.Transforms.CopyColumns("Known", "Label")).AppendCacheCheckpoint(ml);

    static readonly Row[] Rows = [.. Numbers(new Random(5)).Take(300)];

    [Theory]
    [InlineData("FastForest")]
    [InlineData("FastTree")]
    [InlineData("Gam")]
    [InlineData("LightGbm")]
    [InlineData("LbfgsLogisticRegression")]
    [InlineData("AveragedPerceptron")]
    [InlineData("LinearSvm")]
    public void Draws_nothing(string trainer) => Assert.Equal(1, Models(trainer));

    [Theory]
    [InlineData("AveragedPerceptron, cached")]
    [InlineData("LinearSvm, cached")]
    [InlineData("LdSvm")]
    [InlineData("FieldAwareFactorizationMachine")]
    [InlineData("SdcaLogisticRegression")]
    [InlineData("SgdCalibrated")]
    public void Draws(string trainer) => Assert.NotEqual(1, Models(trainer));

    /// <summary>How many different models four contexts without a seed give.</summary>
    static int Models(string trainer) => Enumerable.Range(0, 4).Select(_ => Scores(Trainers[trainer])).Distinct().Count();

    static string Scores(Func<MLContext, IEstimator<ITransformer>> trainer)
    {
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable(Rows);
        var scored = trainer(ml).Fit(data).Transform(data);
        return string.Join(' ', scored.GetColumn<float>("Score").Select(score => score.ToString("R", CultureInfo.InvariantCulture)));
    }

    static IEnumerable<Row> Numbers(Random random)
    {
        while (true)
        {
            var features = new[] { random.NextSingle(), random.NextSingle(), random.NextSingle() };
            yield return new() { Features = features, Label = features.Sum() + random.NextSingle() > 2 };
        }
    }

    sealed class Row
    {
        public bool Label { get; set; }

        [VectorType(3)]
        public float[] Features { get; set; } = [];
    }
}
