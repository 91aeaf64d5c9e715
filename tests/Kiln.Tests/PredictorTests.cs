using Kiln.Tests.Onnx;

namespace Kiln.Tests;

public class PredictorTests : IDisposable
{
    readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(20, "ünï")]
    [InlineData(30, "monthly")]
    [InlineData(30.5f, "never seen")]
    [InlineData(float.NaN, null)]
    [InlineData(float.PositiveInfinity, "")]
    public void A_row_gets_its_score_and_probability(float age, string? contract)
    {
        var predictor = folder.Load();
        var scores = new float[predictor.ScoreCount];

        predictor.Score([70.35f, age], [contract], scores);

        Assert.Equal(SmallModel.Score(age, contract ?? ""), scores[0]);
        Assert.Equal(SmallModel.Probability(scores[0]), scores[1], 1e-7f);
    }

    [Fact]
    public void Folded_it_allocates_nothing_and_gives_the_same()
    {
        var predictor = folder.Load();
        var (written, folded) = (new float[2], new float[2]);
        string[] contracts = ["ünï", "monthly", "never seen", ""];
        foreach (var contract in contracts)
        {
            predictor.Score([70.35f, 30.5f], [contract], written);
            predictor.Fold();
            predictor.Score([70.35f, 30.5f], [contract], folded);
            Assert.Equal(written, folded);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            predictor.Score([70.35f, i], new ReadOnlySpan<string?>(ref contracts[i % 4]!), folded);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The scorer changes between two rows of some thread, at a moment that nobody knows.</summary>
    [Fact]
    public void Threads_that_predict_while_it_folds_get_the_same()
    {
        for (var i = 0; i < 20; i++)
        {
            var predictor = folder.Load();
            Parallel.For(0, 1_000, age =>
            {
                var scores = new float[2];
                predictor.Score([70.35f, age], ["ünï"], scores);
                Assert.Equal(SmallModel.Score(age, "ünï"), scores[0]);
            });
        }
    }

    [Theory]
    [InlineData(" ünï")]
    [InlineData("ünï\t ")]
    [InlineData("\t ünï ")]
    public void Blanks_around_a_text_are_no_part_of_it(string contract)
    {
        var predictor = folder.Load();
        var scores = new float[predictor.ScoreCount];

        predictor.Score([70.35f, 20], [contract], scores);

        Assert.Equal(SmallModel.Score(20, "ünï"), scores[0]);
    }

    [Fact]
    public void It_knows_what_it_is()
    {
        var predictor = folder.Load();

        Assert.Equal("ChurnModel", predictor.Info.Name);
        Assert.Equal("1.2.0", predictor.Info.Version);
        Assert.Equal("churn", predictor.Info.Dataset);
        Assert.Equal("Churned", predictor.Info.Label);
        Assert.Equal(ModelTask.BinaryClassification, predictor.Info.Task);
        Assert.Equal(4000, predictor.Info.TrainingRows);
        Assert.Equal(1000, predictor.Info.HeldOutRows);
        Assert.Equal("0a1b", predictor.Info.DataHash);
        Assert.Equal(64, predictor.Info.ArtifactHash.Length);
        Assert.Equal(0.91, predictor.Info.Metrics[Metric.AreaUnderRocCurve]);
        Assert.Equal(2, predictor.Info.Metrics.Count);
    }

    /// <summary>The border belongs to the positive class, as 32-bit numbers: 0.7f reaches 0.7, which is less than 0.7 as 64-bit numbers.</summary>
    [Theory]
    [InlineData("0.7", -1, 0.7f, true)]
    [InlineData("0.7", 1, 0.69999993f, false)]
    [InlineData("0.16666666666666666", -1, 0.16666667f, true)]
    [InlineData("1e-30", -1, 1e-30f, true)]
    [InlineData("1e-30", -1, 0, false)]
    [InlineData("0.7", 1, float.NaN, false)]
    [InlineData(null, 1e-30f, 0.5f, true)]
    [InlineData(null, 0, 0.5f, false)]
    public void A_probability_of_the_threshold_is_positive(string? threshold, float score, float probability, bool positive)
    {
        if (threshold is not null)
            folder.EditManifest("\"metrics\"", $"\"threshold\": {threshold}, \"metrics\"");
        var predictor = folder.Load();

        Assert.Equal(positive, predictor.IsPositive([score, probability]));
        Assert.Equal(threshold is null ? null : float.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture), predictor.Info.Threshold);
    }

    [Fact]
    public void Scores_of_another_length_are_refused() =>
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => folder.Load().IsPositive([1])).ParamName);

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var predictor = folder.Load();
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var age = i % 97;
            var contract = i % 3 == 0 ? "ünï" : "monthly";
            Span<float> scores = stackalloc float[2];
            predictor.Score([i, age], [contract], scores);
            Assert.Equal(SmallModel.Score(age, contract), scores[0]);
        });
    }

    [Fact]
    public void One_row_leaves_nothing_behind_for_the_next()
    {
        var predictor = folder.Load();
        var scores = new float[2];

        predictor.Score([0, 20], ["ünï"], scores);
        predictor.Score([0, 20], [null], scores);

        Assert.Equal(SmallModel.Score(20, ""), scores[0]);
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var predictor = folder.Load();
        string?[] texts = ["ünï"];
        float[] numbers = [1, 2];
        var scores = new float[2];
        for (var i = 0; i < 100; i++)
            predictor.Score(numbers, texts, scores);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            predictor.Score(numbers, texts, scores);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(1, 1, 2, "The model has 2 numbers, not 1. (Parameter 'numbers')")]
    [InlineData(2, 0, 2, "The model has 1 texts, not 0. (Parameter 'texts')")]
    [InlineData(2, 1, 1, "The model has 2 scores, not 1. (Parameter 'scores')")]
    public void Spans_of_another_length_are_refused(int numbers, int texts, int scores, string message)
    {
        var predictor = folder.Load();

        var error = Assert.Throws<ArgumentException>(() => predictor.Score(new float[numbers], new string?[texts], new float[scores]));

        Assert.Equal(message, error.Message);
    }
}
