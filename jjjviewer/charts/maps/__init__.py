"""Parts of maps: viewports, basemap, symbols, edges, labels, legend."""
