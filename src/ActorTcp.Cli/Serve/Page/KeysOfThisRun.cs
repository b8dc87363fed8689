using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ActorTcp.Cli;

/// <summary>Where the page's keys against forged forms are kept: in memory, so that a daemon leaves nothing in anybody's home.</summary>
internal sealed class KeysOfThisRun : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys)
        {
            return [.. _keys];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys)
        {
            _keys.Add(element);
        }
    }
}
