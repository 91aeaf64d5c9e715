using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Kiln.Host.Tests.Boosters;
using Microsoft.ML;

namespace Kiln.Host.Tests.Export;

/// <summary>
/// The sum of a hundred 32-bit numbers is off by more than a millionth now and then. That is no fault, and a fault is still one.
/// </summary>
public class LargeTargetsTests
{
    const string Remedy = "report it";

    readonly MLContext ml = new(1);

    [Theory]
    [InlineData(1e5f)]
    [InlineData(1e6f)]
    [InlineData(1e7f)]
    [InlineData(1e9f)]
    public void Regressions_of_large_numbers_raise_no_alarm(float scale)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var (model, rows) = Train(scale, seed);
            Assert.True(ParityCheck.Run(model, rows, ["Score"], Export(model, rows)) > 0);
        }
    }

    [Theory]
    [InlineData("leaf")]
    [InlineData("threshold")]
    [InlineData("missing")]
    [InlineData("feature")]
    public void A_fault_is_still_found(string fault)
    {
        var (model, rows) = Train(1e5f, seed: 1);
        var onnx = Export(model, rows);
        var trees = Tampering.Trees(onnx);
        var tampered = fault switch
        {
            "leaf" => Tampering.Number(onnx, "target_weights", 0, weight => weight * 1.001f),
            "threshold" => Tampering.Number(onnx, "nodes_values", Array.FindIndex(trees.Floats("nodes_values"), value => value is > 1 and < 5), threshold => threshold + 1),
            "missing" => Tampering.Integer(onnx, "nodes_missing_value_tracks_true", 0, (byte)(1 - trees.Ints("nodes_missing_value_tracks_true")[0])),
            _ => Tampering.Integer(onnx, "nodes_featureids", 0, (byte)(trees.Ints("nodes_featureids")[0] == 0 ? 2 : 0)),
        };

        var error = Assert.Throws<ExportException>(() => ParityCheck.Run(model, rows, ["Score"], tampered, Remedy));

        Assert.StartsWith("the exported model does not predict what was trained: 'Score' is ", error.Message);
        Assert.EndsWith("; " + Remedy, error.Message);
        Assert.DoesNotContain("produces it", error.Message);
    }

    (ITransformer Model, IDataView Rows) Train(float scale, int seed)
    {
        var pipeline = RefereeModel.Create(ml, "regression", options => options.Trees = 100);
        return (BoosterTrainers.Replace(pipeline).Fit(Priced(600, scale, seed)), Priced(1_000, scale, seed + 1000));
    }

    /// <summary>As prices are: most small, a few large.</summary>
    IDataView Priced(int count, float scale, int seed)
    {
        var rows = RefereeData.Rows("a twentieth missing", count, seed);
        foreach (var row in rows)
            row.Amount = scale * MathF.Exp(row.Amount / 130_000) / 4;
        return ml.Data.LoadFromEnumerable(rows);
    }

    static byte[] Export(ITransformer model, IDataView rows) => OnnxExporter.Export(model, rows, RefereeData.Inputs, ["Score"]);
}
