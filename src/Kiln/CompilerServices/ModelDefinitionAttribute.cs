using System.ComponentModel;

namespace Kiln.CompilerServices;

/// <summary>Written by the generator, read by the host from the compiled assembly's metadata. Not for use in code.</summary>
/// <param name="definition">The model's definition as canonical JSON.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ModelDefinitionAttribute(string definition) : Attribute
{
    /// <summary>The model's definition as canonical JSON.</summary>
    public string Definition { get; } = definition;
}
