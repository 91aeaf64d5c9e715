using Kiln.Monitoring;
using Kiln.Validation;

namespace Kiln.Extensions.DependencyInjection;

/// <summary>How a model is served: from where, under which name, and whether it is replaced when its files are others.</summary>
/// <remarks>The options of a model with a key have the key as their name, those of one without have none.</remarks>
/// <typeparam name="TModel">The model's class.</typeparam>
public sealed class KilnModelOptions<TModel>
    where TModel : class
{
    TimeSpan _reloadInterval = TimeSpan.FromSeconds(2);

    /// <summary>How the model is loaded. <see cref="Directory"/>, <see cref="OnViolation"/> and <see cref="Monitor"/> are in it.</summary>
    public ModelOptions Load { get; set; } = new();

    /// <summary>
    /// The directory that holds the model's files, from the application's own directory on where it is relative; <c>models/</c> where nothing is said.
    /// </summary>
    public string Directory
    {
        get => Load.Directory;
        set => Load = Load with { Directory = Path.GetFullPath(value, AppContext.BaseDirectory) };
    }

    /// <summary>What the model does with inputs that its contract does not allow; nothing where nothing is said.</summary>
    public OnViolation OnViolation
    {
        get => Load.OnViolation;
        set => Load = Load with { OnViolation = value };
    }

    /// <summary>How the model counts the rows that it predicts; nothing is counted where it is null.</summary>
    public MonitorOptions? Monitor
    {
        get => Load.Monitor;
        set => Load = Load with { Monitor = value };
    }

    /// <summary>What the model is called by whom it is shown to, such as in addresses; its class's name where nothing is said, with a point and the key behind it where it has one.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the files are looked at while the application runs, and the model is replaced when they are others. Then the application starts without them, too.</summary>
    public bool Reload { get; set; }

    /// <summary>How often the files are looked at; every two seconds where nothing is said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no time.</exception>
    public TimeSpan ReloadInterval
    {
        get => _reloadInterval;
        set => _reloadInterval = value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The files of a model are looked at after more than no time, and at most a day.");
    }

    /// <summary>What is wrong with the configuration that they were taken from; null where nothing is.</summary>
    internal Exception? Invalid { get; set; }
}
