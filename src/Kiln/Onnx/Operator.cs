namespace Kiln.Onnx;

/// <summary>One bound node of the graph, which knows where its inputs and outputs lie. Immutable: one graph serves many threads.</summary>
abstract class Operator
{
    public abstract void Run(Row row);

    /// <summary>
    /// The scale of the rounding errors in what the operator makes, for whoever computes the same in another order or precision: the sum of
    /// the absolute terms where it adds terms up, else that of what it reads.
    /// </summary>
    /// <param name="row">The row, after it was run.</param>
    /// <param name="incoming">The largest scale of the operators before.</param>
    public virtual double Magnitude(Row row, double incoming) => incoming;
}
