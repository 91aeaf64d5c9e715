namespace Kiln.Host.Examples;

/// <summary>
/// Held-out rows that equal a training row in every input and in the label. The split divides equal rows as chance would, so the figures
/// are right for data that goes on repeating itself that much; on rows that are all new the model may do worse.
/// </summary>
static class SeenRows
{
    /// <summary>Below this share nobody would read the figures otherwise.</summary>
    const double SmallestShare = 0.01;

    /// <summary>What to know of the figures; null where there are hardly any such rows.</summary>
    public static string? Note(ExampleSet examples, HoldOut holdOut)
    {
        var seen = holdOut.Training.Select(row => new Example(examples, row)).ToHashSet();
        var count = holdOut.HeldOut.Count(row => seen.Contains(new(examples, row)));
        return count < SmallestShare * holdOut.HeldOut.Length ? null
            : FormattableString.Invariant($"{count:N0} of the {holdOut.HeldOut.Length:N0} held-out rows equal a training row in all inputs and the label: ")
                + "the metrics apply to data that repeats itself as much; on entirely new rows the model may do worse";
    }

    readonly struct Example(ExampleSet examples, int row) : IEquatable<Example>
    {
        readonly ExampleSet _examples = examples;
        readonly int _row = row;

        public bool Equals(Example other)
        {
            if (!_examples.Label[_row].Equals(other._examples.Label[other._row]))
                return false;
            for (var i = 0; i < _examples.Inputs.Count; i++)
                if (!Value(i).Equals(other.Value(i)))
                    return false;
            return true;
        }

        public override bool Equals(object? other) => other is Example example && Equals(example);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_examples.Label[_row]);
            for (var i = 0; i < _examples.Inputs.Count; i++)
                hash.Add(Value(i));
            return hash.ToHashCode();
        }

        /// <summary>A text's number is exact in single precision up to 16 million different ones.</summary>
        float Value(int input) => _examples.Numbers[input] is { } numbers ? numbers[_row] : _examples.Texts[input]!.Codes[_row];
    }
}
