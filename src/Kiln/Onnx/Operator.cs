namespace Kiln.Onnx;

/// <summary>One bound node of the graph: knows where its inputs and outputs lie. Immutable, so one graph serves any number of threads.</summary>
abstract class Operator
{
    public abstract void Run(Row row);

    /// <summary>
    /// The sum of the absolute terms that were added up for the row: the scale of the rounding error of whoever adds them in another
    /// order or precision. 0 where nothing is added up.
    /// </summary>
    public virtual double Magnitude(Row row) => 0;
}
