using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Generators.Tests;

/// <summary>A label of two values that are not true and false: the prediction is an enum of them, the probability that of the positive one.</summary>
public sealed class TwoClassTests
{
    static Column Numbers(params string[] classes) =>
        new() { Name = "y", Property = "Y", Type = ColumnType.Integer, Nullable = false, Role = ColumnRole.Feature, Classes = classes };

    static string Answers(Column label, string arguments = "") => StandIn.Project
        .Contract("d", Columns.Number("x"), label)
        .Source($$"""
            using System;
            using Kiln;
            [Model("d", Label = "{{label.Name}}", Version = "1.0.0"{{arguments}})]
            partial class M;
            static class Script
            {
                static string Run()
                {
                    var model = M.Load();
                    foreach (var score in new[] { 0.5f, 0f, -0.5f })
                    {
                        Predictor.Answer = new[] { score, 0.625f };
                        var p = model.Predict(new M.Input { X = 1 });
                        Predictor.Log.Add(FormattableString.Invariant($"{p.PredictedLabel} {p.Probability} {p.Score}"));
                    }
                    return string.Join("; ", Predictor.Log.FindAll(line => !line.StartsWith("score")));
                }
            }
            """).Generate().Run();

    [Fact]
    public void Two_texts_are_an_enum() => Assert.Equal(
        "load M from models: x |  | nonspam spam; Spam 0.625 0.5; Nonspam 0.625 0; Nonspam 0.625 -0.5", Answers(Columns.Category("kind", "nonspam", "spam")));

    [Fact]
    public void The_model_says_which_is_positive() => Assert.Equal(
        "load M from models: x |  | spam nonspam; Nonspam 0.625 0.5; Spam 0.625 0; Spam 0.625 -0.5",
        Answers(Columns.Category("kind", "nonspam", "spam"), ", Positive = \"nonspam\""));

    [Fact]
    public void Signs_have_names() =>
        Assert.StartsWith("load M from models: x |  | - +; Plus 0.625 0.5; Minus", Answers(Columns.Category("approved", "+", "-")));

    [Fact]
    public void Two_numbers_are_an_enum() => Assert.StartsWith("load M from models: x |  | 1 2; _2 0.625 0.5; _1", Answers(Numbers("1", "2")));

    [Fact]
    public void A_boolean_stays_one_whichever_is_positive()
    {
        Assert.Equal("load M from models: x |  | no yes; True 0.625 0.5; False 0.625 0; False 0.625 -0.5", Answers(Columns.Boolean("b")));
        Assert.Equal("load M from models: x |  | yes no; False 0.625 0.5; True 0.625 0; True 0.625 -0.5", Answers(Columns.Boolean("b"), ", Positive = \"no\""));
    }

    [Fact]
    public void The_docs_say_what_the_probability_is_of()
    {
        var code = StandIn.Project.Contract("d", Columns.Number("x"), Columns.Category("kind", "nonspam", "spam"))
            .Source("[Kiln.Model(\"d\", Label = \"kind\", Version = \"1.0.0\")] partial class M;").Generate().Compiles()["M.g.cs"];
        Assert.Contains("/// <param name=\"PredictedLabel\">The prediction: <c>spam</c> where the score is above 0, else <c>nonspam</c>.</param>", code);
        Assert.Contains("/// <param name=\"Probability\">How likely <c>spam</c> is, 0 to 1.</param>", code);
        Assert.Contains("Binary classification, where <c>spam</c> is positive: predicts <c>kind</c>", code);
    }

    /// <summary>The threshold is the loaded model's: no constant of the code, which is compiled before training chooses it.</summary>
    [Theory]
    [InlineData(0.625f, "Spam")]
    [InlineData(0.62500006f, "Nonspam")]
    [InlineData(null, "Nonspam")]
    public void The_loaded_model_decides(float? threshold, string decided)
    {
        var said = threshold is { } value ? FormattableString.Invariant($"Predictor.Threshold = {value:R}f;") : "";
        var shown = StandIn.Project.Contract("d", Columns.Number("x"), Columns.Category("kind", "nonspam", "spam"))
            .Source($$"""
                using Kiln;
                [Model("d", Label = "kind", Version = "1.0.0", ThresholdFor = Metric.F1Score)] partial class M;
                static class Script
                {
                    static string Run()
                    {
                        {{said}}
                        Predictor.Answer = new[] { -1f, 0.625f };
                        var one = M.Load().Predict(new M.Input { X = 1 });
                        var many = new M.Prediction[1];
                        M.Load().Predict(new[] { new M.Input { X = 1 } }, many);
                        return $"{one.PredictedLabel} {many[0].PredictedLabel}";
                    }
                }
                """).Generate().Run();
        Assert.Equal($"{decided} {decided}", shown);
    }

    [Theory]
    [InlineData("Threshold = 0.3", "the probability is at least 0.3")]
    [InlineData("FalseNegativeCost = 5", "the probability is at least 0.166667")]
    [InlineData("ThresholdFor = Kiln.Metric.F1Score",
        "the probability is at least <see cref=\"global::Kiln.ModelInfo.Threshold\"/>, which training chooses for <c>F1Score</c>")]
    public void The_docs_say_what_decides(string argument, string where)
    {
        var code = StandIn.Project.Contract("d", Columns.Number("x"), Columns.Category("kind", "nonspam", "spam"))
            .Source($"[Kiln.Model(\"d\", Label = \"kind\", Version = \"1.0.0\", {argument})] partial class M;").Generate().Compiles()["M.g.cs"];
        Assert.Contains($"/// <param name=\"PredictedLabel\">The prediction: <c>spam</c> where {where}, else <c>nonspam</c>.</param>", code);
    }

    [Fact]
    public void Numbers_are_classes_once_the_task_says_so()
    {
        var shown = StandIn.Project.Contract("d", Columns.Number("x"), Numbers("-1", "3", "0.5"))
            .Source("""
                [Kiln.Model("d", Label = "y", Version = "1.0.0", Task = Kiln.ModelTask.MulticlassClassification)]
                partial class M;
                static class Script
                {
                    static string Run() => string.Join(" ", System.Enum.GetNames<M.Y>()) + " " + M.NameOf(M.Y._0_5);
                }
                """).Generate().Run();
        Assert.Equal("Minus1 _3 _0_5 0.5", shown);
    }
}
