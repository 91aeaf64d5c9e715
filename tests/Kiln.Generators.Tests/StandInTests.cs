using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class StandInTests
{
    /// <summary>What generated code calls must be what Kiln has: the same call compiles against both.</summary>
    [Fact]
    public void Generated_code_compiles_against_Kilns_own_predictor() => new TestProject()
        .Contract("data", Columns.Number("x"), Columns.Category("kind", "a", "b"), Columns.Date("day"), Columns.Boolean("flag"))
        .Source("""
            [Kiln.Model("data", Label = "flag", Version = "1.0.0")] partial class Binary;
            [Kiln.Model("data", Label = "kind", Version = "1.0.0")] partial class Multiclass;
            [Kiln.Model("data", Label = "x", Version = "1.0.0")] partial class Regression;
            [Kiln.Model("data", Label = "x", Version = "1.0.0", Interval = 0.9)] partial class Ends;
            [Kiln.Model("data", Label = "x", Version = "1.0.0", Task = Kiln.ModelTask.Ranking, Group = "kind")] partial class Ranking;
            [Kiln.Model("data", Version = "1.0.0", Task = Kiln.ModelTask.AnomalyDetection)] partial class Unusual;
            [Kiln.Model("data", Version = "1.0.0", Task = Kiln.ModelTask.Clustering, Clusters = 3)] partial class Groups;
            [Kiln.Model("data", Version = "1.0.0", Task = Kiln.ModelTask.Clustering, Clusters = 70, Label = "kind")] partial class ManyGroups;
            """)
        .Generate().Compiles();
}
