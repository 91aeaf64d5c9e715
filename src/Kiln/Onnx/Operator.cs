namespace Kiln.Onnx;

/// <summary>One bound node of the graph, which knows where its inputs and outputs lie. Immutable: one graph serves many threads.</summary>
abstract class Operator
{
    public abstract void Run(Row row);

    /// <summary>Says which elements of the result are made of a single element each.</summary>
    public virtual void Trace(Lineage lineage)
    {
    }

    /// <summary>How many products that are not 0 each sum of the operator has.</summary>
    /// <param name="row">The row, after it was run.</param>
    public virtual int Products(Row row) => 0;

    /// <summary>
    /// The scale of the rounding errors in what the operator makes, for whoever computes the same in another order or precision: the sum of
    /// the absolute terms where it adds terms up, else that of what it reads. Infinite where trees
    /// compare such a sum with a threshold that is within its rounding errors: either branch is right.
    /// </summary>
    /// <param name="row">The row, after it was run.</param>
    /// <param name="incoming">The largest scale of the operators before.</param>
    public virtual double Magnitude(Row row, double incoming) => incoming;
}
