namespace Kiln.Extensions.DependencyInjection;

/// <summary>How a model in an application is.</summary>
public enum ModelState
{
    /// <summary>It answers, and its files are those it was loaded from.</summary>
    Serving,

    /// <summary>It answers, and its files are others that cannot be loaded.</summary>
    Degraded,

    /// <summary>It does not answer: it could not be loaded yet.</summary>
    Unavailable,
}
