using Kiln.Host.Export.Steps;
using Kiln.Host.Natives;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kiln.Host.Export.Parity;

/// <summary>The file as everybody else runs it.</summary>
sealed class OnnxRuntimeScores : IDisposable
{
    readonly InferenceSession _session;

    public OnnxRuntimeScores(byte[] onnx)
    {
        _session = OnnxRuntimeSession.Open(onnx);
        Outputs = [.. _session.OutputMetadata.Keys];
    }

    /// <summary>The names of the outputs, in the order of the file.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Per output the values of all rows, one after the other.</summary>
    public float[][] Run(RowSample sample)
    {
        List<NamedOnnxValue> inputs = [];
        foreach (var name in _session.InputMetadata.Keys)
        {
            inputs.Add(sample.Inputs[name] switch
            {
                List<float> numbers => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(numbers.ToArray(), [sample.Count, 1])),
                List<string> texts => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<string>(texts.ToArray(), [sample.Count, 1])),
                var other => throw new InvalidOperationException($"The input '{name}' is a {other.GetType()}."),
            });
        }
        try
        {
            using var results = _session.Run(inputs, Outputs);
            return [.. results.Select(result => result.AsEnumerable<float>().ToArray())];
        }
        catch (OnnxRuntimeException e)
        {
            throw new ExportException($"ONNX Runtime cannot run the exported model: {e.Message}", e);
        }
    }

    public void Dispose() => _session.Dispose();
}
