namespace Kiln.Host.Store;

/// <summary>
/// A place that keeps files under flat names of ASCII letters, digits, '.', '-' and '+': a folder, or a server that speaks no more than GET, PUT and DELETE. A file is there
/// as a whole or not at all; what it holds is checked by who reads it.
/// </summary>
abstract class StoreFiles : IDisposable
{
    /// <summary>The longest file that is read: no model is larger, and a server that lies may never end.</summary>
    protected const int Longest = 1 << 30;

    /// <summary>The place as messages name it.</summary>
    public abstract string Name { get; }

    /// <returns>Null when it is not there.</returns>
    /// <exception cref="StoreException">The place cannot be read.</exception>
    public abstract byte[]? Get(string name);

    /// <summary>Writes a file, whatever was there.</summary>
    /// <exception cref="StoreException">The place takes nothing.</exception>
    public abstract void Put(string name, byte[] content);

    /// <summary>Writes a file that is not there yet.</summary>
    /// <returns>False where it is seen to be there. Some servers do not look, and replace it: who must be alone reads it again a moment later.</returns>
    /// <exception cref="StoreException">The place takes nothing.</exception>
    public abstract bool TryCreate(string name, byte[] content);

    /// <summary>Whether of two that create one file at the same time one is told that it is there.</summary>
    public abstract bool CreatesAlone { get; }

    /// <summary>Deletes a file, if it is there.</summary>
    /// <exception cref="StoreException">The place does not let go of it.</exception>
    public abstract void Delete(string name);

    /// <summary>Makes room, where only so much may be there; called once a model was put.</summary>
    /// <param name="kept">The file that was put.</param>
    public virtual void Tidy(string kept)
    {
    }

    public virtual void Dispose()
    {
    }
}
