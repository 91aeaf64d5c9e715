namespace Kiln.Contracts.Json;

/// <summary>
/// Collects what is wrong in independent parts of a text, so that all of it is told at once. Where a part is wrong, what follows from that is
/// no error of its own: who reads with this asks of no part what another had to say.
/// </summary>
public sealed class JsonErrors
{
    /// <summary>Nobody mends more at a time; a file of a later version may have thousands.</summary>
    const int Most = 100;

    readonly List<JsonFormatException> _found = [];
    readonly HashSet<(int Line, int Column)> _misspelt = [];

    /// <summary>How many there were by now, told or not.</summary>
    public int Count { get; private set; }

    /// <summary>Tells each member that nothing reads.</summary>
    public void AllowOnly(JsonValue value, params string[] names)
    {
        Try(() =>
        {
            foreach (var error in value.FindOthers(names))
            {
                Add(error);
                _misspelt.Add((value.Line, value.Column));
            }
        });
    }

    /// <summary>What is read, or the type's default where that is wrong.</summary>
    public T? Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonFormatException error)
        {
            foreach (var one in error.All)
                Add(one);
            return default;
        }
    }

    public void Try(Action read) => Try(() =>
    {
        read();
        return true;
    });

    /// <exception cref="JsonFormatException">Something was wrong; has all of it, in the order of the text.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new JsonFormatException([.. _found.OrderBy(error => error.Line).ThenBy(error => error.Column)]);
    }

    /// <summary>What is told of an object as a whole is what it lacks; it does not where that is only misspelt.</summary>
    public void Add(JsonFormatException error)
    {
        Count++;
        if (_found.Count < Most && !_misspelt.Contains((error.Line, error.Column)))
            _found.Add(error);
    }
}
