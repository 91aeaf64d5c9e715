namespace Kiln.Host.Requests;

/// <summary>What the build asks for.</summary>
sealed record Request
{
    public required string Command { get; init; }

    /// <summary>Record the versions as released, besides what <c>train</c> does.</summary>
    public bool Releases => Command == "release";

    /// <summary>The names of the classes that are asked for; empty for all.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Whether a release keeps a few held-out rows, for ever.</summary>
    public bool ReleaseRows { get; init; }

    /// <summary>The day of a release, in UTC.</summary>
    public DateTime Day { get; init; } = DateTime.UtcNow;

    /// <summary>What is checked out, as source control names it; empty where there is none.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Who releases; empty where that is not to be recorded.</summary>
    public string ReleasedBy { get; init; } = "";

    /// <summary>The name under which what this build gives is kept; empty where it is an ordinary one.</summary>
    public string Run { get; init; } = "";

    /// <summary>The folder of the runs that were kept.</summary>
    public string Runs { get; init; } = "";

    /// <summary>Whether the run is put into the store.</summary>
    public bool PushesRun { get; init; }

    /// <summary>The folder of windows that models in use wrote; full path.</summary>
    public string Windows { get; init; } = "";

    /// <summary>How much time of them is judged at once.</summary>
    public PeriodLength Period { get; init; } = PeriodLength.Day;

    /// <summary>Whose version the package gets, or <c>true</c> for that of the one model; empty where it has its own.</summary>
    public string PackageVersion { get; init; } = "";

    /// <summary>The id of the project's package.</summary>
    public string Package { get; init; } = "";

    /// <summary>The folders of packages that the project packs; full paths.</summary>
    public IReadOnlyList<string> PackageOutput { get; init; } = [];

    /// <summary>The folder into which NuGet unpacks packages; full path, empty where it is not known.</summary>
    public string PackageRoot { get; init; } = "";

    /// <summary>Write the version that is due into the source, besides what <c>train</c> does.</summary>
    public bool Bumps => Command == "bump";

    /// <summary>Search for better settings of every model, besides what <c>train</c> does.</summary>
    public bool Tunes => Command == "tune";

    /// <summary>What searches decided, <c>&lt;Model&gt;.tuning.json</c>, beside the project's sources.</summary>
    public IReadOnlyList<string> Tunings { get; init; } = [];

    /// <summary>What people have written of models, <c>&lt;Model&gt;.card.md</c>, beside the project's sources.</summary>
    public IReadOnlyList<string> Cards { get; init; } = [];

    /// <summary>Full path of the project file.</summary>
    public required string Project { get; init; }

    /// <summary>The project's directory, with a trailing separator.</summary>
    public required string Directory { get; init; }

    /// <summary>The intermediate assembly; empty for <c>contracts</c>.</summary>
    public required string Assembly { get; init; }

    /// <summary>Where artifacts, report and stamp go.</summary>
    public required string Output { get; init; }

    /// <summary>Where files are written before they are renamed into their place: no folder of sources holds half a file, even where a build is killed.</summary>
    public string Temporary => Path.Combine(Output, "tmp");

    /// <summary>Trained models by fingerprint.</summary>
    public required string Cache { get; init; }

    /// <summary>Where trained models are shared: a folder, relative to the project's, or an address; empty for none.</summary>
    public string Store { get; init; } = "";

    /// <summary>The environment variable that holds what the store's server wants to be shown; empty for none.</summary>
    public string StoreToken { get; init; } = "";

    /// <summary>How many bytes a store that is a folder may hold; 0 for any number.</summary>
    public long StoreLimit { get; init; }

    /// <summary>The released version that is to be shipped instead of what the project is at; empty for none.</summary>
    public string Version { get; init; } = "";

    /// <summary>Train nothing and read no data: models come from the cache or the store, as their locks say.</summary>
    public bool Fetches { get; init; }

    /// <summary>The folder with the JSON Schemas that new contracts and locks refer to; empty for none.</summary>
    public required string Schemas { get; init; }

    /// <summary>Train even when nothing changed.</summary>
    public required bool Always { get; init; }

    /// <summary>Fail where a contract or a lock would be written.</summary>
    public required bool Locked { get; init; }

    /// <summary>How many threads training may use; 0 for all.</summary>
    public required int Threads { get; init; }

    /// <summary>
    /// How many threads training uses: never more than there are cores, whatever was asked for. LightGBM's wait for each other by spinning,
    /// so on one core too few they take many times as long.
    /// </summary>
    public int UsableThreads => Threads > 0 ? Math.Min(Threads, Environment.ProcessorCount) : Environment.ProcessorCount;

    public required bool Detailed { get; init; }

    /// <summary>The build's process; 0 for none.</summary>
    public required int Parent { get; init; }

    /// <summary>What the project refers to besides the framework, implementations first. Read only where a model brings its own pipeline.</summary>
    public required IReadOnlyList<Reference> References { get; init; }

    public required IReadOnlyList<Dataset> Datasets { get; init; }

    /// <summary>The <c>Model</c> items.</summary>
    public IReadOnlyList<ForeignModel> ForeignModels { get; init; } = [];

    /// <summary>The project's root namespace, as MSBuild has it; the classes of foreign models are in it.</summary>
    public string RootNamespace { get; init; } = "";
}
