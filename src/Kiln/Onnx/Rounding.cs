namespace Kiln.Onnx;

/// <summary>Whether a number's last digits depend on the order in which somebody adds.</summary>
enum Rounding
{
    None,

    /// <summary>It is a sum of products: it may be off by a share of its <see cref="Operator.Magnitude"/>.</summary>
    Sum,

    /// <summary>It is the probability that follows from such sums: it may be off by as large a share of itself.</summary>
    Probability,
}
