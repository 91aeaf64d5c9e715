namespace Kiln.Extensions.DependencyInjection;

/// <summary>A model of the application, whatever its class. All of them are the <c>IEnumerable&lt;CurrentModel&gt;</c> of the services.</summary>
public abstract class CurrentModel
{
    private protected CurrentModel()
    {
    }

    /// <summary>What it is called: <see cref="KilnModelOptions{TModel}.Name"/>.</summary>
    public abstract string Name { get; }

    /// <summary>How it is; one moment, however often it is read from.</summary>
    public abstract ModelStatus Status { get; }

    /// <summary>Looks at the files now, and loads what is there when they are others. Whatever goes wrong is the status.</summary>
    /// <returns>How the model is then.</returns>
    public abstract ModelStatus Refresh();

    /// <summary>Loads the model when the application starts.</summary>
    /// <exception cref="Exception">There is none, and nobody would look for it again.</exception>
    internal abstract void Start();

    /// <summary>How often its files are looked at; null for never.</summary>
    internal abstract TimeSpan? Interval { get; }
}
