namespace Kiln.Serving;

/// <summary>A class whose instances are loaded from files: every class with <c>[Model]</c>, every foreign model, and whoever else implements it.
/// Services load it through this, and find by it when the files are others.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface ILoadable<TSelf>
    where TSelf : class, ILoadable<TSelf>
{
    /// <summary>What the files are called, without <c>.model.json</c> and <c>.onnx</c>.</summary>
    static abstract string FileName { get; }

    /// <summary>Loads a model: whole, or not at all.</summary>
    /// <param name="options">Where from and how.</param>
    static abstract TSelf Load(ModelOptions options);
}
