using System.Runtime.InteropServices;
using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Host.Natives;
using Kiln.Host.Training;
using Kiln.Testing;
using Microsoft.ML;

namespace Kiln.Host.Tests.Training.Boosting;

/// <summary>Queries that judge a booster, against what LightGBM itself says of it.</summary>
public partial class JudgedQueriesTests
{
    const int Judges = 1;

    const int Int32 = 2;

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterGetEval")]
    private static partial int Evaluate(nint booster, int data, out int length, Span<double> results);

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_DatasetGetField", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int GetField(nint data, string name, out int count, out nint values, out int type);

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetField(nint data, string name, ReadOnlySpan<int> values, int count, int type);

    [Fact]
    public void They_lose_what_LightGBM_says_the_order_lacks()
    {
        NativeResolver.Use(typeof(JudgedQueriesTests).Assembly);
        var ml = new MLContext(1);
        var rows = Read();
        var features = DefaultPipeline.LightGbmFeatures(ml, rows, rows.HoldOut.Training, null);
        var trainer = (IBoosterTrainer)DefaultPipeline.LightGbm(ml, rows.Examples.Shape.Task, weighted: true, 1, 1, BoostingSettings.For(rows.HoldOut.Training.Length, 1));
        trainer.Native = new Dictionary<string, object> { ["metric"] = "ndcg" };
        var judges = Host.Training.Judges.Of(rows, rows.HoldOut.HeldOut);
        using var loaded = trainer.Load(features.Of(rows.HoldOut.Training), features.Of(rows.HoldOut.HeldOut));
        // LightGBM takes rows that it bins as others were for one query, whatever it was told before it had them.
        int[] sizes = [.. rows.HoldOut.HeldOut.CountBy(row => rows.Examples.Queries![row]).Select(query => query.Value)];
        LightGbmLibrary.Check(SetField(Handle(Internals.Get(loaded, "<judges>P")!), "group", sizes, sizes.Length, Int32));

        // What it learns from are the queries as they are: 15 rows each.
        LightGbmLibrary.Check(GetField(Handle(Internals.Get(loaded, "<training>P")!), "group", out var boundaries, out _, out _));
        Assert.Equal(rows.HoldOut.Training.Length / 15 + 1, boundaries);

        using var growing = loaded.Begin(new Dictionary<string, object> { ["eval_at"] = "10" });
        for (var round = 1; round <= 40; round++)
        {
            growing.Grow();
            var theirs = new double[8];
            LightGbmLibrary.Check(Evaluate(((SafeHandle)Internals.Get(growing, "_handle")!).DangerousGetHandle(), Judges, out var length, theirs));

            Assert.Equal(1, length);
            // Of the first trees many rows have the same score, which LightGBM counts in the order of the rows.
            if (round > 20)
                Assert.Equal(theirs[0], 1 - judges.Loss(growing.Predict()) / judges.Weight, 2e-3);
        }
    }

    static nint Handle(object data) => ((SafeHandle)Internals.Call(data, "get_Handle")!).DangerousGetHandle();

    /// <summary>No two rows are alike, and no query has rows of one relevance only, which LightGBM counts as put in order.</summary>
    static ModelRows Read()
    {
        var random = new Random(6);
        using var folder = new DataFolder();
        var dataset = folder.Csv("query,w,x,z,relevance\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => (X: random.NextDouble(), Z: random.NextDouble()) is var row
            ? FormattableString.Invariant($"q{i / 15},{0.5 + random.NextDouble():0.00},{row.X:0.000000},{row.Z:0.000000},{(i % 15 < 2 ? i % 15 * 4 : (int)Math.Clamp(5 * (row.X - row.Z * row.Z) + random.NextDouble(), 0, 4))}\n") : "")));
        var contract = ContractInference.Infer(dataset, null, _ => { });
        var model = new ModelDefinition
        {
            Name = "M", Type = "M", Dataset = "data", Label = "relevance", Task = TaskKind.Ranking, Group = "query", Weight = "w", Location = new("M.cs", 1, 1),
        };
        return new(folder.Load(dataset, contract), ShapeResolver.Resolve(model, contract, out _)!, null);
    }
}
