using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class BinaryModelTests
{
    static TestProject Churn => StandIn.Project
        .Contract("churn",
            Columns.Integer("tenure"),
            Columns.Number("monthly charges ($)", nullable: true),
            Columns.Category("contract", "Month-to-month", "One year"),
            Columns.Category("payment", "card", "cash").Optional(),
            Columns.Boolean("senior"),
            Columns.Boolean("partner", nullable: true),
            Columns.Date("signed", nullable: true),
            Columns.Boolean("Churned"))
        .Source("""
            using Kiln;

            namespace App.Models;

            [Model("churn", Label = "Churned", Version = "1.0.0")]
            [Gate(Metric.AreaUnderRocCurve, AtLeast = 0.83)]
            public sealed partial class ChurnModel;
            """);

    [Fact]
    public void Every_type_of_feature_reaches_the_predictor()
    {
        var shown = Churn.Source("""
            using System;
            using App.Models;
            static class Script
            {
                static string Run()
                {
                    Kiln.Predictor.Answer = new[] { 0.5f, 0.625f };
                    var model = ChurnModel.Load();
                    var p = model.Predict(new ChurnModel.Input
                    {
                        Tenure = 3, MonthlyCharges = 70.5f, Contract = "One year", Payment = "card", Senior = true, Partner = false,
                        Signed = new DateTime(2024, 2, 29, 18, 30, 0),
                    });
                    Kiln.Predictor.Log.Add(FormattableString.Invariant($"{p.PredictedLabel} {p.Probability} {p.Score} {model.Info.Version}"));
                    Kiln.Predictor.Answer = new[] { 0f, 0.5f };
                    p = model.Predict(new ChurnModel.Input { Tenure = -1, Contract = "x", Senior = false });
                    Kiln.Predictor.Log.Add($"{p.PredictedLabel}");
                    return Kiln.Predictor.Show;
                }
            }
            """, "/project/Script.cs").Generate().Run();

        Assert.Equal("""
            load App.Models.ChurnModel from models: tenure monthly charges ($) senior partner signed.Year signed.Month signed.Day signed.DayOfWeek signed.DayOfYear signed.Hour | contract payment | no yes
            score 3 70.5 1 0 2024 2 29 4 60 18.5 | One year card
            True 0.625 0.5 1.2.3
            score -1 NaN 0 NaN NaN NaN NaN NaN NaN NaN | x null
            False
            """, shown);
    }

    [Fact]
    public void A_batch_is_answered_row_by_row()
    {
        var shown = Churn.Source("""
            using System;
            using App.Models;
            static class Script
            {
                static string Run()
                {
                    Kiln.Predictor.Answer = new[] { 1f, 0.75f };
                    var model = ChurnModel.Load("/elsewhere");
                    var inputs = new[]
                    {
                        new ChurnModel.Input { Tenure = 1, Contract = "a", Payment = "p", Senior = true },
                        new ChurnModel.Input { Tenure = 2, Contract = "b", Senior = true },
                    };
                    var predictions = new ChurnModel.Prediction[3];
                    model.Predict(inputs, predictions);
                    Kiln.Predictor.Log.Add(string.Join(", ", predictions));
                    try
                    {
                        model.Predict(inputs, predictions.AsSpan(0, 1));
                    }
                    catch (ArgumentException error)
                    {
                        Kiln.Predictor.Log.Add(error.Message);
                    }
                    return Kiln.Predictor.Show;
                }
            }
            """, "/project/Script.cs").Generate().Run();

        Assert.Contains("load App.Models.ChurnModel from /elsewhere:", shown);
        Assert.Contains("score 1 NaN 1 NaN NaN NaN NaN NaN NaN NaN | a p\nscore 2 NaN 1 NaN NaN NaN NaN NaN NaN NaN | b null\n", shown);
        Assert.Contains("Prediction { PredictedLabel = True, Probability = 0.75, Score = 1 }, Prediction { PredictedLabel = True", shown);
        Assert.EndsWith("1 predictions have no room for 2 inputs. (Parameter 'predictions')", shown);
    }

    [Fact]
    public void What_is_required_must_be_given()
    {
        var generated = Churn.Source("""
            static class Script
            {
                static object Run() => new App.Models.ChurnModel.Input { Tenure = 1, Senior = true };
            }
            """, "/project/Script.cs").Generate();

        var error = Assert.Single(generated.Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity != Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden));
        Assert.Equal("CS9035", error.Id);
        Assert.Contains("Contract", error.GetMessage());
    }
}
