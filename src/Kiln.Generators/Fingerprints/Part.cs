namespace Kiln.Generators.Fingerprints;

/// <summary>What of a symbol is still to be written.</summary>
enum Part
{
    /// <summary>A method's body, a field's initializer, what kind a type is.</summary>
    Content,

    /// <summary>The columns a type has for ML.NET.</summary>
    Shape,

    /// <summary>What code outside of the compilation does with a type it is given: it constructs rows and asks their properties.</summary>
    Row,

    /// <summary>What is called of an object through base types and interfaces.</summary>
    Instance,

    /// <summary>The overrides and implementations of a member.</summary>
    Dispatch,

    /// <summary>What runs before a type's first use.</summary>
    Start,
}
