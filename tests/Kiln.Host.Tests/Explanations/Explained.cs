using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Kiln.Host.Tests.Boosters;
using Kiln.Onnx;
using Kiln.Onnx.Explanations;
using Microsoft.ML;

namespace Kiln.Host.Tests.Explanations;

/// <summary>A model of <see cref="RefereeData"/> as it ships, and what it says of rows.</summary>
sealed class Explained
{
    public static readonly string[] Numbers = ["A", "B", "C", "D"];

    public Explained(IEstimator<ITransformer> pipeline, string task, IDataView training)
    {
        Transformer = BoosterTrainers.Replace(pipeline).Fit(training);
        Onnx = OnnxExporter.Export(Transformer, training, RefereeData.Inputs, RefereeModel.Outputs(task));
        Attribution = new(OnnxModel.Read(Onnx), Numbers, ["Kind"], RefereeData.Inputs);
    }

    public ITransformer Transformer { get; }

    public byte[] Onnx { get; }

    public Attribution Attribution { get; }

    /// <summary>The columns' shares of a raw score, and then its mean.</summary>
    public double[] Explain(RefereeRow row, int score)
    {
        var shares = new double[5];
        Attribution.Divide([row.A, row.B, row.C, row.D], [row.Kind], score, shares);
        return [.. shares, Attribution.Mean(score)];
    }
}
