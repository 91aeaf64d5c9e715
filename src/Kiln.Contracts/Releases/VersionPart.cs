namespace Kiln.Contracts.Releases;

/// <summary>The part of a version that a change makes due; the higher, the more it asks of users.</summary>
public enum VersionPart
{
    /// <summary>Nothing changed.</summary>
    None,

    /// <summary>The same model of other data.</summary>
    Patch,

    /// <summary>Another model, which every user can call as before.</summary>
    Minor,

    /// <summary>Code that calls it must change, or its answers mean something else.</summary>
    Major,
}
