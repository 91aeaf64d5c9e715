namespace Kiln.Onnx;

/// <summary>How an element follows from the value it is made of, as long as that is not NaN. Text may make anything.</summary>
enum Shape
{
    /// <summary>It is that value.</summary>
    Same,

    /// <summary>It is always the same number.</summary>
    Constant,

    Any,
}

/// <summary>A single element of a row.</summary>
readonly record struct Place(SlotKind Kind, int Offset);

/// <summary>
/// Which single element of a row each element is made of, for those that are made of one: what a compiler needs to know to ask for the one
/// instead of the other. An element that no operator says anything about is made of itself, and so is one that is computed from a number.
/// </summary>
sealed class Lineage
{
    readonly Dictionary<Place, (Place Root, Shape Shape)> _roots = [];
    readonly Dictionary<Place, Place> _parents = [];

    /// <summary>How many elements are made of another.</summary>
    public int Count => _roots.Count;

    /// <summary>What an element is made of, through all steps.</summary>
    public (Place Root, Shape Shape) Find(Place element) => _roots.TryGetValue(element, out var found) ? found : (element, Shape.Same);

    /// <summary>The only element that an element is computed from, whatever its operator makes of it; null where there are several, or nobody says.</summary>
    public Place? Parent(Place element) => _parents.TryGetValue(element, out var parent) ? parent : null;

    public void Follow(Slot from, int fromIndex, Slot to, int toIndex, Shape step)
    {
        _parents[new(to.Kind, to.Offset + toIndex)] = new(from.Kind, from.Offset + fromIndex);
        var (root, shape) = Find(new(from.Kind, from.Offset + fromIndex));
        shape = (shape, step) switch
        {
            (Shape.Constant, _) => Shape.Constant,
            (_, Shape.Same) => shape,
            (Shape.Same, _) => step,
            _ => Shape.Any,
        };
        if (root.Kind == SlotKind.Text || root.Kind == SlotKind.Number && shape != Shape.Any)
            _roots[new(to.Kind, to.Offset + toIndex)] = (root, shape);
    }

    /// <summary>Each element follows from the one at its own place.</summary>
    public void Follow(Slot from, Slot to, Shape step)
    {
        for (var i = 0; i < to.Length; i++)
            Follow(from, i, to, i, step);
    }

    /// <summary>The elements of several values, one after the other.</summary>
    public void Join(ReadOnlySpan<Slot> from, Slot to)
    {
        var first = 0;
        foreach (var slot in from)
        {
            for (var i = 0; i < slot.Length; i++)
                Follow(slot, i, to, first + i, Shape.Same);
            first += slot.Length;
        }
    }
}
