using System.Buffers.Binary;
using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Export;

public class ParityCheckTests
{
    static readonly string[] Outputs = ["Score", "Probability"];

    readonly MLContext ml = new(1);
    readonly IDataView rows;
    readonly ITransformer model;
    readonly byte[] onnx;

    public ParityCheckTests()
    {
        rows = Customers.View(ml, 300, seed: 3);
        model = BoosterTrainers.Replace(Customers.Encoded(ml).Append(Trainer())).Fit(rows);
        onnx = OnnxExporter.Export(model, rows, Customers.Inputs, Outputs);
    }

    [Fact]
    public void A_file_of_another_model_is_refused()
    {
        var other = BoosterTrainers.Replace(Customers.Encoded(ml).Append(Trainer())).Fit(Customers.View(ml, 300, seed: 99));

        var error = Assert.Throws<ExportException>(() => ParityCheck.Run(other, rows, Outputs, onnx));

        Assert.StartsWith("the exported model does not predict what was trained: 'Score' is ", error.Message);
        Assert.Contains(" in Kiln's predictor and ", error.Message);
        Assert.Contains("for held-out row ", error.Message);
        Assert.Contains("; LightGbmBinaryModelParameters produces it: ", error.Message);
    }

    [Fact]
    public void One_leaf_that_is_off_by_a_thousandth_is_found()
    {
        foreach (var weight in Trees().Floats("target_weights").Take(5))
        {
            var tampered = Replace(onnx, weight, weight * 1.001f);
            Assert.Throws<ExportException>(() => ParityCheck.Run(model, rows, Outputs, tampered));
        }
    }

    [Fact]
    public void A_category_that_is_spelt_otherwise_is_found()
    {
        var tampered = Replace(onnx, "Month-to-month", "month-to-month");

        Assert.Throws<ExportException>(() => ParityCheck.Run(model, rows, Outputs, tampered));
    }

    [Fact]
    public void What_held_out_rows_cannot_tell_the_awkward_ones_do()
    {
        // These rows have a value everywhere, so where NaN goes shows on the awkward rows only.
        var whole = Customers.View(ml, 300, seed: 5, missing: false);
        var tampered = onnx.ToArray();
        var name = System.Text.Encoding.UTF8.GetBytes("nodes_missing_value_tracks_true");
        var flags = Trees().Ints("nodes_missing_value_tracks_true");
        var start = tampered.AsSpan().IndexOf(name) + name.Length;
        start += tampered.AsSpan(start).IndexOf(flags.Select(flag => (byte)flag).ToArray());
        for (var i = 0; i < flags.Length; i++)
            tampered[start + i] ^= 1;

        var error = Assert.Throws<ExportException>(() => ParityCheck.Run(model, whole, Outputs, tampered));

        Assert.Contains("missing", error.Message);
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        var error = Assert.Throws<ExportException>(() => ParityCheck.Run(model, rows, Outputs, onnx[..^40]));

        Assert.StartsWith("the predictor cannot run the exported model: Not a valid ONNX file", error.Message);
    }

    [Fact]
    public void Without_held_out_rows_nothing_is_confirmed()
    {
        var error = Assert.Throws<ExportException>(() => ParityCheck.Run(model, Customers.View(ml, 0, seed: 1), Outputs, onnx));

        Assert.Equal("there are no held-out rows to check the exported model on", error.Message);
    }

    [Fact]
    public void Few_rows_still_meet_every_awkward_kind()
    {
        // 13 kinds of whole rows and one for each of 6 columns, 4 rows at a time, after the 4 as they are
        Assert.Equal(24, ParityCheck.Run(model, Customers.View(ml, 4, seed: 8), Outputs, onnx));
    }

    OnnxNode Trees() => OnnxModel.Read(onnx).Nodes.Single(node => node.Operator == "TreeEnsembleRegressor");

    IEstimator<ITransformer> Trainer() => ml.BinaryClassification.Trainers.LightGbm(
        new LightGbmBinaryTrainer.Options { LabelColumnName = "Churned", NumberOfIterations = 10, NumberOfThreads = 1 });

    static byte[] Replace(byte[] bytes, float value, float replacement)
    {
        var from = new byte[4];
        var to = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(from, value);
        BinaryPrimitives.WriteSingleLittleEndian(to, replacement);
        return Replace(bytes, from, to);
    }

    static byte[] Replace(byte[] bytes, string value, string replacement) =>
        Replace(bytes, System.Text.Encoding.UTF8.GetBytes(value), System.Text.Encoding.UTF8.GetBytes(replacement));

    static byte[] Replace(byte[] bytes, byte[] from, byte[] to)
    {
        var position = bytes.AsSpan().IndexOf(from);
        Assert.True(position >= 0);
        var replaced = bytes.ToArray();
        to.CopyTo(replaced, position);
        return replaced;
    }
}
