namespace Kiln.Extensions.DependencyInjection;

/// <summary>A loaded model and what it was loaded from.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How it was loaded.</param>
/// <param name="Stamp">What its files looked like; null where they changed while it was loaded.</param>
sealed record Loaded<TModel>(TModel Model, ModelOptions Options, FileStamp? Stamp)
{
    /// <summary>Whether nothing looks as if there was anything else to load.</summary>
    public bool IsFrom(ModelOptions options, FileStamp stamp) => Options == options && Stamp == stamp;

    /// <summary>Whether the files have the content that was loaded: copies, touched ones, or again what they were before they were damaged.</summary>
    public bool HasContent(ModelOptions options, FileStamp stamp) => Options == options && stamp.Manifest is not null && Stamp?.Manifest == stamp.Manifest;
}
