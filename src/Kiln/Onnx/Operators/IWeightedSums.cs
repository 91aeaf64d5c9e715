namespace Kiln.Onnx.Operators;

/// <summary>The weighted sums that linear models are made of, one per class or target.</summary>
interface IWeightedSums
{
    int Count { get; }

    void Run(Row row, Span<float> scores);
}
