using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class ClusterModelTests
{
    /// <summary>The nearest one, from 1; of two that are as near the first. With more than 64 distances they are in an array.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(70)]
    public void A_row_is_in_the_nearest_cluster_and_has_a_distance_from_each(int clusters)
    {
        var generated = StandIn.Project
            .Contract("customers", Columns.Category("plan", "a", "b"), Columns.Number("age"))
            .Source($$"""
                [Kiln.Model("customers", Task = Kiln.ModelTask.Clustering, Clusters = {{clusters}}, Version = "1.0.0")]
                partial class Groups;
                static class Script
                {
                    static string Run()
                    {
                        Kiln.Predictor.Answer = new float[{{clusters}}];
                        System.Array.Fill(Kiln.Predictor.Answer, 9f);
                        Kiln.Predictor.Answer[1] = Kiln.Predictor.Answer[2] = 0.25f;
                        var p = Groups.Load().Predict(new() { Age = 0.5f, Plan = "a" });
                        string beyond = "";
                        foreach (var cluster in new[] { 0u, {{clusters + 1}}u })
                            try { p.DistanceFrom(cluster); } catch (System.ArgumentOutOfRangeException e) { beyond += e.ParamName; }
                        Kiln.Predictor.Log.Add(System.FormattableString.Invariant($"{p.Cluster} {p.Distance} {p.DistanceFrom(1)} {p.DistanceFrom(3)} {p.DistanceFrom({{clusters}})} {beyond} {p == new Groups.Prediction(Kiln.Predictor.Answer)}"));
                        return Kiln.Predictor.Show;
                    }
                }
                """).Generate();

        Assert.EndsWith($"\n2 0.25 9 0.25 {(clusters == 3 ? "0.25" : "9")} clustercluster True", generated.Run());
        Assert.Contains($"Clustering: puts rows of <c>customers</c> into {clusters} clusters by 2 features.", generated.Compiles()["Groups.g.cs"]);
    }

    [Fact]
    public void There_are_five_clusters_where_nothing_is_said_and_no_other_is_explained() => Assert.Contains("if (cluster is < 1 or > 5)", StandIn.Project.Contract("customers", Columns.Number("age"))
        .Source("""[Kiln.Model("customers", Task = Kiln.ModelTask.Clustering, Version = "1.0.0")] partial class Groups;""").Generate().Compiles()["Groups.g.cs"]);
}
