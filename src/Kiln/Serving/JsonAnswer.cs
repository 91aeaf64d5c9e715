using System.ComponentModel;
using System.Text.Json;

namespace Kiln.Serving;

/// <summary>Writes the numbers of a prediction. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonAnswer
{
    /// <summary>A number, or null where it is none that JSON has.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The number.</param>
    public static void Write(Utf8JsonWriter writer, string name, float value)
    {
        if (float.IsFinite(value))
            writer.WriteNumber(name, value);
        else
            writer.WriteNull(name);
    }
}
