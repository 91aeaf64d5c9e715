using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class AnomalyModelTests
{
    /// <summary>Without a label, and the loaded model decides: no constant knows what training found.</summary>
    [Fact]
    public void A_row_is_an_anomaly_or_none_and_has_a_score()
    {
        var generated = StandIn.Project
            .Contract("payments", Columns.Category("shop", "a", "b"), Columns.Number("amount"))
            .Source("""
                [Kiln.Model("payments", Task = Kiln.ModelTask.AnomalyDetection, AnomalyShare = 0.02, Version = "1.0.0")]
                partial class Odd;
                static class Script
                {
                    static string Run()
                    {
                        Kiln.Predictor.Answer = new[] { 0.625f };
                        var p = Odd.Load().Predict(new() { Amount = 0.5f, Shop = "a" });
                        Kiln.Predictor.Log.Add(System.FormattableString.Invariant($"{p.IsAnomaly} {p.Score}"));
                        return Kiln.Predictor.Show;
                    }
                }
                """).Generate();

        Assert.EndsWith("\nTrue 0.625", generated.Run());
        var source = generated.Compiles()["Odd.g.cs"];
        Assert.Contains("Anomaly detection: finds unusual rows of <c>payments</c> by 2 features.", source);
        Assert.Contains("which the highest 2 % of the training rows reach.", source);
    }
}
