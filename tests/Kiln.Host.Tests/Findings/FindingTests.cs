using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Findings;

namespace Kiln.Host.Tests.Findings;

/// <summary>benchmarks/quality/Findings.cs counts how often each is told of models that deserve it, and of models that do not.</summary>
public class FindingTests
{
    static readonly ModelDefinition Model = new() { Name = "M", Type = "M", Dataset = "d", Label = "y", Location = new("M.cs", 3, 2) };

    static readonly MetricValue None = new(double.NaN, double.NaN, double.NaN);

    static readonly Measurement Area = new("AreaUnderRocCurve", new(0.8, 0.75, 0.85), 0.5, null);

    [Theory]
    [InlineData(0.7, 0.1, 0.05, 0.15, null, false)]
    [InlineData(0.85, -0.05, -0.08, -0.02, "is worse than that of a linear model, 0.85 (difference -0.05, 95 % interval -0.08 to -0.02): write Trainer = Trainer.Linear, or add rows", true)]
    // Of two good ones, a third more of what is lacking.
    [InlineData(0.97, -0.01, -0.015, -0.005, "is worse than", true)]
    // Worse beyond chance, and by less than a twentieth of what the linear model is better than guessing.
    [InlineData(0.81, -0.01, -0.015, -0.005, "is no better than that of a linear model", false)]
    [InlineData(0.8, 0, 0, 0, "is no better than that of a linear model", false)]
    [InlineData(0.78, 0.02, -0.03, 0.07, "too few rows to tell whether the model is better", false)]
    [InlineData(0.9, -0.1, -0.3, 0.05, "too few rows to tell whether the model is better", false)]
    [InlineData(0.7, 0.1, double.NaN, double.NaN, null, false)]
    public void A_linear_model_must_be_beaten(double linear, double difference, double low, double high, string? said, bool isWarning)
    {
        var found = LinearCheck.Check(Model, Area, new("AreaUnderRocCurve", linear, new(difference, low, high)), 300, Path.GetTempPath());

        Assert.Equal(said is null, found is null);
        Assert.Contains(said ?? "", found?.Message ?? "");
        Assert.True(found is null || (found.Id, found.IsWarning, found.IsInformation, found.Line) == ("KILN4020", isWarning, !isWarning, 3));
    }

    [Fact]
    public void Of_errors_less_is_better()
    {
        var error = new Measurement("RootMeanSquaredError", new(3, 2, 4), 10, null);

        Assert.Null(LinearCheck.Check(Model, error, new(error.Metric, 5, new(-2, -3, -1)), 300, Path.GetTempPath()));
        Assert.True(LinearCheck.Check(Model, error, new(error.Metric, 2, new(1, 0.5, 1.5)), 300, Path.GetTempPath())!.IsWarning);
    }

    [Theory]
    [InlineData(0.6, 0.4, 0.9, true)]
    [InlineData(0.6, 0.3, 1.01, false)]
    [InlineData(0.9, 0.85, 0.95, false)]
    [InlineData(1.5, 1.3, 1.7, false)]
    public void Predictions_are_too_far_apart_where_the_line_is_flat(double slope, double low, double high, bool isTold) =>
        Assert.Equal(isTold, SpreadCheck.Check(Model, Area, With(slope, low, high), 300) is not null);

    /// <summary>0.95 − 0.8, and the roots of 0.02² + 0.05² and of 0.01² + 0.05².</summary>
    [Fact]
    public void The_gap_to_the_training_rows_has_an_interval() => Assert.Contains(
        "; AreaUnderRocCurve is 0.95 on training rows, 0.8 on these (difference 0.15, 95 % interval 0.096 to 0.201); ",
        SpreadCheck.Check(Model, Area, With(0.6, 0.4, 0.9) with { Training = new(0.95, 0.93, 0.96) }, 300)!.Value.Message);

    [Theory]
    [InlineData(0.12, 0.04, 0.06, 300, true)]
    [InlineData(0.12, 0.04, 0.06, 99, false)]
    [InlineData(0.08, 0.04, 0.06, 300, false)]
    [InlineData(0.1, 0.04, 0.11, 300, false)]
    public void Probabilities_are_off_beyond_chance_and_by_what_matters(double error, double expected, double limit, int rows, bool isTold) =>
        Assert.Equal(isTold, CalibrationCheck.Check(new([], null) { CalibrationError = new(error, expected, limit) }, rows) is not null);

    [Fact]
    public void Ten_features_are_named_and_all_of_them_are_none()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"f{i}")];
        var evidence = new Evidence([], null) { Unused = names };

        Assert.Contains("12 of 20 features add nothing that AreaUnderRocCurve on held-out rows shows: 'f0', ", UnusedCheck.Check("AreaUnderRocCurve", evidence, 20)!.Value.Message);
        Assert.Contains("'f9' and 2 more; ", UnusedCheck.Check("AreaUnderRocCurve", evidence, 20)!.Value.Message);
        Assert.Null(UnusedCheck.Check("AreaUnderRocCurve", evidence, 12));
    }

    [Fact]
    public void Evidence_is_read_as_it_was_written_and_of_no_other_model()
    {
        var evidence = With(0.6, 0.4, 0.9) with
        {
            Linear = [new("AreaUnderRocCurve", 0.7, new(0.1, 0.05, 0.15)), new("F1Score", double.NaN, None)], CalibrationError = new(0.1, 0.04, 0.06), Training = new(0.9, 0.8, 1), Unused = ["a\"b"],
        };
        var text = EvidenceJson.Write(evidence, "hash");

        Assert.Equal(text, EvidenceJson.Write(EvidenceJson.Read(text, "hash")!, "hash"));
        Assert.Null(EvidenceJson.Read(text, "other"));
        Assert.Null(EvidenceJson.Read(text.Replace("0.06", "0.07"), "hash"));
    }

    static Evidence With(double slope, double low, double high) => new([], null) { Recalibration = new(new(slope, low, high), None) };
}
