using Kiln.Contracts.Signatures;
using Kiln.Host.Natives;
using Kiln.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TensorElementType = Kiln.Onnx.TensorElementType;

namespace Kiln.Host.Foreign;

/// <summary>What ONNX Runtime makes of a foreign model's rows.</summary>
sealed class RuntimeAnswers : IDisposable
{
    readonly InferenceSession _session;
    readonly OnnxModel _graph;
    readonly ModelSignature _signature;

    public RuntimeAnswers(byte[] onnx, OnnxModel graph, ModelSignature signature) =>
        (_session, _graph, _signature) = (OnnxRuntimeSession.Open(onnx), graph, signature);

    /// <summary>The values of each output for a row: numbers, integers or texts, as ONNX Runtime gives them.</summary>
    /// <exception cref="OnnxRuntimeException">It cannot run the row.</exception>
    public IReadOnlyList<Array> Run(ForeignRow row)
    {
        var (numbers, integers, texts) = (0, 0, 0);
        var inputs = new List<NamedOnnxValue>();
        foreach (var (value, input) in _graph.FreeInputs.Zip(_signature.Inputs))
        {
            int[] shape = value.Dims.Count == 2 ? [1, input.Count] : [1];
            inputs.Add(input.Type switch
            {
                SignatureType.Float => Number(value, row.Numbers.AsSpan(numbers, input.Count), shape),
                SignatureType.String => Tensor(input, row.Texts.AsSpan(texts, input.Count).ToArray(), shape),
                SignatureType.Int64 => Tensor(input, row.Integers.AsSpan(integers, input.Count).ToArray(), shape),
                SignatureType.Int32 => Tensor(input, Array.ConvertAll(row.Integers.AsSpan(integers, input.Count).ToArray(), value => (int)value), shape),
                _ => Tensor(input, Array.ConvertAll(row.Integers.AsSpan(integers, input.Count).ToArray(), value => value != 0), shape),
            });
            _ = input.Type switch
            {
                SignatureType.Float => numbers += input.Count,
                SignatureType.String => texts += input.Count,
                _ => integers += input.Count,
            };
        }
        using var results = _session.Run(inputs, [.. _signature.Outputs.Select(output => output.Name)]);
        return [.. results.Zip(_signature.Outputs, Values)];
    }

    public void Dispose() => _session.Dispose();

    static NamedOnnxValue Number(OnnxValue value, ReadOnlySpan<float> numbers, int[] shape) => value.Type == TensorElementType.Double
        ? NamedOnnxValue.CreateFromTensor(value.Name, new DenseTensor<double>(Array.ConvertAll(numbers.ToArray(), number => (double)number), shape))
        : NamedOnnxValue.CreateFromTensor(value.Name, new DenseTensor<float>(numbers.ToArray(), shape));

    static NamedOnnxValue Tensor<T>(SignatureValue input, T[] values, int[] shape) =>
        NamedOnnxValue.CreateFromTensor(input.Name, new DenseTensor<T>(values, shape));

    /// <summary>A map for each row, as a ZipMap makes them, is put in the order of the classes.</summary>
    static Array Values(DisposableNamedOnnxValue result, SignatureValue output) => result.Value switch
    {
        Tensor<float> numbers => numbers.ToArray(),
        Tensor<double> numbers => Array.ConvertAll(numbers.ToArray(), number => (float)number),
        Tensor<long> integers => integers.ToArray(),
        Tensor<int> integers => Array.ConvertAll(integers.ToArray(), integer => (long)integer),
        Tensor<bool> truths => Array.ConvertAll(truths.ToArray(), truth => truth ? 1L : 0L),
        Tensor<string> texts => texts.ToArray(),
        IEnumerable<DisposableNamedOnnxValue> maps => Map(maps.First().Value, output),
        var other => throw new InvalidDataException($"ONNX Runtime gives '{output.Name}' as a {other.GetType().Name}"),
    };

    static float[] Map(object map, SignatureValue output) => map switch
    {
        IDictionary<long, float> integers => [.. output.Classes.Select(name => integers[long.Parse(name, System.Globalization.CultureInfo.InvariantCulture)])],
        IDictionary<string, float> texts => [.. output.Classes.Select(name => texts[name])],
        _ => throw new InvalidDataException($"ONNX Runtime gives '{output.Name}' as a {map.GetType().Name}"),
    };
}
